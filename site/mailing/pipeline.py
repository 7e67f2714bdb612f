"""One mail to a mail server in two steps instead of four, where it allows that (RFC 2920)."""

import smtplib


def send(smtp, sender, recipient, mail):
    """Send `mail`, bytes that begin with a header, over the open connection `smtp`.

    Raises what smtplib's `sendmail` raises. After that the connection must be closed: answers that
    nobody has read may be on their way.
    """
    smtp.ehlo_or_helo_if_needed()
    if not smtp.has_extn("pipelining"):
        smtp.sendmail(sender, [recipient], mail)
        return
    smtp.send(f"MAIL FROM:<{sender}>\r\nRCPT TO:<{recipient}>\r\nDATA\r\n")
    code, words = smtp.getreply()
    if code != 250:
        raise smtplib.SMTPSenderRefused(code, words, sender)
    code, words = smtp.getreply()
    if code not in (250, 251):
        raise smtplib.SMTPRecipientsRefused({recipient: (code, words)})
    expect(354, smtp)
    smtp.send(mail.replace(b"\n.", b"\n..") + b"\r\n.\r\n")
    expect(250, smtp)


def expect(expected, smtp):
    code, words = smtp.getreply()
    if code != expected:
        raise smtplib.SMTPDataError(code, words)
