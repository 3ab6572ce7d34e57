"""How the program ends: its exit codes, and how it tells people what went wrong instead of how."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable

from sayso.errors import SaysoError
from sayso.render.wording import one_line

CODES = {
    0: "every input was read",
    1: "some inputs could not be read; the others were",
    2: "the command was not understood, or its output cannot be written there",
    3: "no input could be read",
    70: "a mistake in Sayso itself",
    130: "interrupted with Ctrl-C; what was finished by then is written",
    141: "whoever read the output went away",
}
"""Every exit code, and what it means."""

ALL_READ, SOME_UNREAD, USAGE, NONE_READ, MISTAKE, INTERRUPTED, UNHEARD = CODES


def tell(message: str) -> None:
    """One line to the person at the terminal, whatever a file's name or a page has put into it."""
    if sys.stderr is not None:  # None where the shell has closed it
        print(f"sayso: {one_line(message)}", file=sys.stderr)


def guarded(work: Callable[[], int], *, debug: bool) -> int:
    """What ``work`` returns, or the exit code for what stopped it; a traceback only with ``debug``."""
    try:
        return work()
    except KeyboardInterrupt:
        tell("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        return UNHEARD
    except SaysoError as error:
        tell(str(error))
        return USAGE
    except Exception as error:
        tell(f"a mistake in Sayso itself: {type(error).__name__}: {error}")
        tell("please report it with what the same command prints with --debug" if not debug else "its trace:")
        if debug:
            traceback.print_exc()
        return MISTAKE
