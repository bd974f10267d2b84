package banshi.reminder.send;

import banshi.identity.Disclosure;
import banshi.identity.Email;
import banshi.notices.Channel;
import banshi.notices.Notice;
import banshi.store.Letter;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Brings notices by e-mail (SMTP), to whoever has an address. */
final class MailCarrier implements Carrier {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int PERMANENT = 500;

  private final MailServer server;

  MailCarrier(MailServer server) {
    this.server = server;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Parcel prepare(Letter letter) {
    return letter
        .contact()
        .email()
        .<Parcel>map(to -> new Parcel.Ready(Optional.empty(), () -> send(to, letter.notice())))
        .orElseGet(Parcel.Unreachable::new);
  }

  private Reply send(Email to, Notice notice) {
    Session session = Session.getInstance(properties());
    try {
      return handIn(session.getTransport("smtp"), message(session, to, notice));
    } catch (MessagingException unfit) {
      return new Reply.Refused("FORM", true);
    }
  }

  private Reply handIn(Transport transport, MimeMessage message) {
    try {
      transport.connect(
          server.host(), server.port(), server.user().orElse(null), server.password().orElse(null));
    } catch (AuthenticationFailedException refused) {
      return new Reply.Busy("AUTHENTICATION");
    } catch (MessagingException unreached) {
      return new Reply.Busy("CONNECT");
    }
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return new Reply.Taken();
    } catch (MessagingException failed) {
      return reply(failed);
    } finally {
      close(transport);
    }
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException alreadyAnswered) {
      // The server has said what it had to say about the message.
    }
  }

  private MimeMessage message(Session session, Email to, Notice notice) throws MessagingException {
    MimeMessage message = new Numbered(session, notice.event(), domain());
    message.setFrom(new InternetAddress(server.from()));
    message.setRecipient(
        Message.RecipientType.TO, new InternetAddress(to.clear(new Disclosure.Delivery())));
    message.setSubject(Words.subject(notice), UTF_8);
    message.setText(Words.letter(notice), UTF_8);
    message.setSentDate(Date.from(notice.at()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  private String domain() {
    return server.from().substring(server.from().indexOf('@') + 1);
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.auth", String.valueOf(server.user().isPresent()));
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.startTls()));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.startTls()));
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty(
        "mail.smtp.connectiontimeout", String.valueOf(Network.CONNECT.toMillis()));
    properties.setProperty("mail.smtp.timeout", String.valueOf(Network.READ.toMillis()));
    properties.setProperty("mail.smtp.writetimeout", String.valueOf(Network.READ.toMillis()));
    return properties;
  }

  /** The server's own code decides: 4yz may pass later, 5yz never will (RFC 5321, 4.2.1). */
  private static Reply reply(MessagingException failed) {
    for (Exception each = failed; each != null; each = next(each)) {
      Optional<Integer> code =
          switch (each) {
            case SMTPAddressFailedException address -> Optional.of(address.getReturnCode());
            case SMTPSenderFailedException sender -> Optional.of(sender.getReturnCode());
            case SMTPSendFailedException send -> Optional.of(send.getReturnCode());
            case Exception other -> Optional.empty();
          };
      if (code.isPresent() && code.get() >= 400) {
        return code.get() < PERMANENT
            ? new Reply.Busy("SMTP_" + code.get())
            : new Reply.Refused("SMTP_" + code.get(), false);
      }
    }
    return new Reply.Unanswered("NO_ANSWER");
  }

  private static Exception next(Exception failure) {
    return failure instanceof MessagingException chain ? chain.getNextException() : null;
  }

  /** A mail that is sent again has the same number, so that mail boxes can tell it is the same. */
  private static final class Numbered extends MimeMessage {
    private final String number;

    Numbered(Session session, String event, String domain) {
      super(session);
      this.number = "<" + event + "@" + domain + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", number);
    }
  }
}
