"""Common given names of many countries, to tell "he" from "she" where the page does not."""

from __future__ import annotations

MALE_NAMES = frozenset(
    """
    aaron abdul abdullah abraham adam adrian ahmad ahmed akira alan albert alberto alejandro aleksandr alex
    alexander alexei alfonso alfred ali allen alvin amar amir amit anatoly anders andre andreas andrei andrew
    andrey andrzej angelo anil anthony antoine anton antonio arjun arnold arthur arturo arun ashok austin
    barack barry bart bashar ben benjamin bernard bernie bill billy björn bob bobby boris brad bradley
    brandon brendan brent brett brian bruce bruno bryan byron calvin carl carlo carlos cedric cesar chad
    charles charlie chen chris christian christoph christopher chuck claude clayton clifford clint clive cody
    colin connor corey craig curtis cyril dale damian dan daniel danny darren dave david davide dean deepak
    denis dennis derek desmond dick diego dieter dimitri dirk dmitri dmitry dominic don donald doug douglas
    duncan dustin dwight dylan earl ed eddie edgar eduardo edward edwin elias elijah eliot elliott emmanuel
    enrique eric erik ernest ernesto erwin ethan eugene evan fabio farhad felipe felix fernando fidel floyd
    francesco francis francisco frank franklin franz fred frederick friedrich fritz gabriel gareth garry gary
    gavin geoff geoffrey george georgi gerald gerard gerhard gilbert giorgio giovanni giuseppe glenn gordon
    graham grant greg gregory grigory guillermo gunther gustavo guy hamid hank hans harold haroon harris
    harry harvey hassan hector heinrich heinz helmut henri henrik henry herbert herman hiroshi horace howard
    hubert hugh hugo hussein ian ibrahim igor ilya imran isaac ismail ivan jack jacob jacques jaime jake
    jamal james jared jason javier jay jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim
    joe joel johan johann john johnny jon jonathan jordan jorge jose joseph joshua josé juan jules julian
    julio jun justin jürgen kamal karim karl keith ken kenji kenneth kevin khalid kirk klaus kurt kyle lamar
    lance larry lars laurent lawrence lee leo leon leonard leonid leroy lewis liam lionel lloyd lorenzo louis
    luca lucas luigi luis lukas luke lyle mahmoud malcolm manfred manuel marc marcel marco marcos marcus
    mario mark markus marshall martin marvin massimo matt matteo matthew matthias maurice mauricio max maxim
    maximilian maxwell mehmet mel melvin michael michel miguel mike mikhail milton mitch mitchell mohamed
    mohammad mohammed mohan moses muhammad murray mustafa narendra nathan nathaniel neal ned neil nelson
    nicholas nick nicolas nigel nikita nikolai noah noel norman oleg oliver olivier omar oscar otto owen
    pablo paolo pascal patrick paul pavel pedro per perry pete peter phil philip philippe phillip pierre
    piotr prakash raj rajesh rajiv rakesh ralph ramesh ramon randall randy rashid raul ray raymond reginald
    rené ricardo riccardo richard rick ricky rishi rob robert roberto rod rodney rodrigo roger roland rolf
    roman ron ronald ross roy rudolf rudolph rudy rupert russell ryan saad saeed salman sam samir samuel
    sandeep sanjay santiago scott sean sebastian sergei sergey sergio seth shane shaun shawn shinzo sidney
    simon stanley stefan stefano stephen steve steven stewart stuart sunil suresh sven syed takeshi tariq ted
    terrence terry theodore thomas tim timothy tobias todd tom tomas tommy tony travis trevor troy tyler umar
    vaclav valery vernon victor vijay vikram viktor vincent vincenzo vinod vitaly vlad vladimir volodymyr
    wallace walter warren wayne werner wilhelm will william willie winston wolfgang xavier xi yannick yasser
    yevgeny yuri yusuf yves zachary zhang
    """.split()
)

FEMALE_NAMES = frozenset(
    """
    abigail ada adele adriana agnes agnieszka aisha alexandra alice alicia alison allison alma amanda amber
    amelia amina amy ana anastasia andrea angela angelica angelina anita anjali ann anna annabel anne annette
    annie antoinette antonia april ariana ashley astrid audrey barbara beatrice becky belinda bernadette
    bertha beth betsy betty beverly bianca bonnie brenda bridget brigitte brittany camila camilla candace
    carla carly carmen carol carole carolina caroline carolyn carrie catherine cathy cecilia celeste charlene
    charlotte chelsea cheryl chiara chloe christina christine cindy claire clara clare claudia colleen connie
    constance cora courtney crystal cynthia daisy dana danielle daphne dawn debbie deborah debra deepa delia
    denise diana diane dianne dina dolores donna dora doris dorothy ebony edith eileen elaine eleanor elena
    elisa eliza elizabeth ella ellen elsa emilia emily emma erica erika erin esther ethel eva evelyn fatima
    fatma felicia fiona florence frances francesca françoise gabriela gabrielle gail galina gemma genevieve
    georgia georgina geraldine gertrude gina giulia gladys glenda gloria grace greta gretchen gwen gwendolyn
    hannah harriet heather heidi helen helena helene hilary hillary holly ida imelda indira ines ingrid irene
    irina iris isabel isabella isabelle ivy jacqueline jamila jana jane janet janice janine jasmine jeanette
    jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi josephine joy joyce
    juanita judith judy julia juliana julie juliet june kamala kara karen karin karina kate katherine
    kathleen kathryn kathy katie katrina kavita kay kayla kelly kendra kerry kimberly kirsten kirstie krista
    kristen kristin kristina lakshmi lara latoya laura lauren laurie lavinia leah leila lena lesley leticia
    lidia lila lillian lily linda lindsay lindsey lisa liz lois loretta lori lorraine louise lucia lucille
    lucy ludmila luisa lydia lyn lynn lynne mabel madeleine madeline magdalena maggie mandy manuela marcia
    margaret margarita margot maria mariam marian mariana marianne marie marilyn marina marine marion marisa
    marjorie marlene marsha marta martha martina mary mary-kate maureen maxine mayumi meera meg megan meghan
    melania melanie melinda melissa mercedes meredith mia michaela michele michelle mildred mindy miranda
    miriam misty molly mona monica monika muriel myra nadia nadine nan nancy naomi natalia natalie natasha
    nell nicola nicole nicoletta nikki nina noor nora noreen norma olga olive olivia padma pam pamela
    patricia patsy patti patty paula paulina pauline pearl peggy penelope penny petra phoebe phyllis pilar
    polly pooja priscilla priti priya rachel ramona rebecca regina renee rhonda rina rita roberta rosa
    rosalind rose rosemary rosie roxanne ruby ruth sabrina sadia sally samantha sandra sara sarah sasha
    savannah selma shannon sharon sheila shelby shelley sheryl shirley silvia simone sofia sonia sonya sophia
    sophie stacey stacy stella stephanie sue susan susana susanna sushma susie suzanne svetlana sybil sylvia
    tamara tammy tania tanya tara tatiana tatyana teresa tess tessa thelma theresa therese tiffany tina toni
    tracey tracy trudy ulrike ursula usha valentina valerie vanessa vera verna veronica vicki vicky victoria
    viola violet virginia vivian wanda wendy whitney wilma winifred xiomara yasmin yelena yoko yolanda yulia
    yvette yvonne zainab zara zoe
    """.split()
)
