from time import monotonic, sleep


class Pace:
    """Keeps to at most `per_second` steps a second; 0 is as fast as it goes."""

    def __init__(self, per_second):
        self.rests = per_second > 0
        self.gap = 1 / per_second if per_second else 0
        self.next_step = monotonic()

    def wait(self):
        sleep(max(0, self.next_step - monotonic()))
        self.next_step = max(self.next_step, monotonic()) + self.gap
