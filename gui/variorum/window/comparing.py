"""Compare every version of the library with its base, so that they can be asked for by that."""

from PySide6.QtCore import QObject

from variorum.app.comparing import compare_all
from variorum.window.body import Body
from variorum.window.message_bar import Message


class Comparing(QObject):
    """Run the comparison of all that was never compared, beside the window."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self._body = body

    def compare_all(self) -> None:
        """Compare, and say what can be asked for then."""
        workspace = self._body.workspace
        job = workspace.jobs.run(
            self.tr("Comparing all versions"), compare_all(workspace.session.library)
        )
        job.succeeded.connect(self._compared)
        job.failed.connect(self._body.mouth.failed)
        self._body.mouth.follow(job)

    def _compared(self, count: object) -> None:
        pairs = count if isinstance(count, int) else 0
        done = self.tr("%n version(s) compared.", "", pairs)
        advice = self.tr("The filter class:substance shows the stories in which a fact differs.")
        self._body.mouth.say(Message(f"{done} {advice}"))
        # A filter that asks for a class finds more now.
        self._body.frame.stories.apply_filter()
