import pickle

from sayso.errors import SaysoError, UnreadablePage


def test_an_unreadable_page_says_file_reason_and_mend_in_one_line() -> None:
    error = UnreadablePage("a.pdf", "this is a PDF document", "save its text as .txt")
    assert str(error) == "a.pdf: this is a PDF document; save its text as .txt"
    assert isinstance(error, SaysoError)


def test_an_unreadable_page_can_come_from_a_worker_process() -> None:
    error = UnreadablePage("a.pdf", "reason", "mend")
    again = pickle.loads(pickle.dumps(error))
    assert (again.file, again.reason, again.mend) == ("a.pdf", "reason", "mend")
    assert str(again) == str(error)
