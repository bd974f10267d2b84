package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.identity.ApplicantKey;
import banshi.identity.Contact;
import banshi.identity.Email;
import banshi.notices.Channel;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.reminder.send.Carrier.Parcel;
import banshi.store.Letter;
import banshi.store.Waiting;
import banshi.text.Text;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail, against a real SMTP server and against ones that misbehave. */
class MailCarrierTest {
  private static final ApplicantKey OWNER = new ApplicantKey("a".repeat(32));
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  private static MailServer server(int port) {
    return new MailServer(
        "127.0.0.1", port, "hall@example.com", Optional.empty(), Optional.empty(), false);
  }

  private static Letter letter(Optional<Email> email) {
    Notice notice =
        new Notice(
            NoticeName.DECIDED,
            new Recipient.Person(OWNER),
            "A20261123K7M2QX9-4",
            Optional.of("A20261123K7M2QX9"),
            TEN,
            Map.of(
                "title", new Text("开办餐饮店", "Open a restaurant"),
                "number", new Text("A20261123K7M2QX9", "A20261123K7M2QX9")));
    return new Letter(
        new Waiting("pk", "sk", "bucket", "2026-11-23T02:00:00Z#x"),
        notice,
        OWNER,
        new Contact(Optional.empty(), email),
        0,
        Map.of());
  }

  private static Reply send(MailServer server) {
    Parcel parcel =
        new MailCarrier(server).prepare(letter(Optional.of(new Email("tester@example.org"))));
    return ((Parcel.Ready) parcel).call().get();
  }

  @Test
  void aNoticeComesInBothLanguagesToThePersonAlone() throws Exception {
    assertThat(send(server(mail.getSmtp().getPort()))).isEqualTo(new Reply.Taken());

    MimeMessage message = mail.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("已作出决定 Decided A20261123K7M2QX9");
    assertThat(message.getContent().toString())
        .contains("“开办餐饮店”（A20261123K7M2QX9）已作出决定")
        .contains("“Open a restaurant” (A20261123K7M2QX9) was decided");
    assertThat(message.getAllRecipients()).singleElement().hasToString("tester@example.org");
    assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(1);
    assertThat(message.getFrom()[0]).hasToString("hall@example.com");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getHeader("Message-ID"))
        .as("a repeated mail has the same number")
        .containsExactly("<A20261123K7M2QX9-4@example.com>");
  }

  @Test
  void whoHasNoAddressIsNotReached() {
    assertThat(new MailCarrier(server(1)).prepare(letter(Optional.empty())))
        .isEqualTo(new Parcel.Unreachable());
    assertThat(new MailCarrier(server(1)).channel()).isEqualTo(Channel.EMAIL);
  }

  @Test
  void aServerThatIsNotThereIsBusy() {
    int port = mail.getSmtp().getPort();
    mail.stop();
    assertThat(send(server(port))).isEqualTo(new Reply.Busy("CONNECT"));
  }

  @Test
  void aServerThatCannotEncryptGetsNothing() {
    MailServer secure =
        new MailServer(
            "127.0.0.1",
            mail.getSmtp().getPort(),
            "hall@example.com",
            Optional.empty(),
            Optional.empty(),
            true);
    assertThat(send(secure)).isEqualTo(new Reply.Busy("CONNECT"));
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void whoeverHandsMailInSaysWho() {
    mail.setUser("hall@example.com", "hall", "open sesame");
    MailServer known =
        new MailServer(
            "127.0.0.1",
            mail.getSmtp().getPort(),
            "hall@example.com",
            Optional.of("hall"),
            Optional.of("open sesame"),
            false);
    assertThat(send(known)).isEqualTo(new Reply.Taken());
    assertThat(known.toString()).doesNotContain("sesame");
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 no such mailbox, Refused, SMTP_550",
    "RCPT, 450 mailbox busy, Busy, SMTP_450",
    "MAIL, 421 closing, Busy, SMTP_421",
    "MAIL, 530 who are you, Refused, SMTP_530",
    "DATA, 554 no, Refused, SMTP_554",
    "., 451 try later, Busy, SMTP_451",
    "., 552 too much, Refused, SMTP_552",
    "., '', Unanswered, NO_ANSWER",
  })
  void theServersCodeDecides(String at, String says, String reply, String code) throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Thread.ofVirtual().start(() -> serve(listening, at, says));
      Reply came = send(server(listening.getLocalPort()));
      Reply wanted =
          switch (reply) {
            case "Refused" -> new Reply.Refused(code, false);
            case "Busy" -> new Reply.Busy(code);
            default -> new Reply.Unanswered(code);
          };
      assertThat(came).isEqualTo(wanted);
    }
  }

  /**
   * A server that agrees with everything until one command; where it has nothing to say, it hangs
   * up.
   */
  private static void serve(ServerSocket listening, String at, String says) {
    try (Socket socket = listening.accept();
        var in = socket.getInputStream();
        OutputStream out = socket.getOutputStream()) {
      var lines =
          new java.io.BufferedReader(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
      say(out, "220 ready");
      boolean data = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (data && !line.equals(".")) {
          continue;
        }
        data = false;
        if (line.startsWith(at)) {
          if (says.isEmpty()) {
            return;
          }
          say(out, says);
        } else if (line.startsWith("DATA")) {
          data = true;
          say(out, "354 go on");
        } else {
          say(out, "250 ok");
        }
      }
    } catch (IOException gone) {
      // The client hung up.
    }
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
