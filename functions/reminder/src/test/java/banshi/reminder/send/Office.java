package banshi.reminder.send;

import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.identity.ApplicantType;
import banshi.identity.Email;
import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.OpenId;
import banshi.identity.PersonName;
import banshi.identity.Phone;
import banshi.notices.Channel;
import banshi.notices.Delivery;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.reminder.Budget;
import banshi.store.Consents;
import banshi.store.Contacts;
import banshi.store.Deliveries;
import banshi.store.Engine;
import banshi.store.Outbox;
import banshi.store.StoredNotices;
import banshi.store.TableClient;
import banshi.store.Waiting;
import banshi.text.Text;
import banshi.wechat.WeChatStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real table, WeChat's stand-in, and text messages and mails that are kept to be looked at. */
final class Office implements AutoCloseable {
  /** A Monday at ten in the morning in Shanghai. */
  static final Instant TEN = at("2026-11-23T10:00:00+08:00");

  static final Budget AMPLE = new Budget(() -> Duration.ofMinutes(1));
  static final String TEMPLATE = "template-1";
  static final String TEMPLATES =
      """
      {"*": {"id": "template-1", "page": "pages/case?number={number}",
             "fields": {"thing1": "title", "character_string2": "number", "phrase3": "stage",
                        "time4": "at"}}}
      """;
  static final Duration PATIENCE = Duration.ofMillis(400);

  final Engine engine = new Engine();
  final StoredNotices told = new StoredNotices(engine);
  final WeChatStandIn weChat;
  final List<String> texts = new CopyOnWriteArrayList<>();
  final List<String> mails = new CopyOnWriteArrayList<>();
  final List<String> faults = new CopyOnWriteArrayList<>();
  private final WeChatTokens tokens;
  private final WeChatApi api;
  private Reply textReply = new Reply.Taken();
  private final TextMessages.OfAnyText kept =
      (to, text) -> {
        texts.add(to.masked() + " " + text);
        return textReply();
      };
  private TextMessages texting = kept;
  private Reply mailReply = new Reply.Taken();
  private int people;

  Office() {
    try {
      this.weChat = new WeChatStandIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.api = new WeChatApi(weChat.address(), PATIENCE);
    this.tokens = new WeChatTokens(api, "app", "secret");
  }

  static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** Somebody who can be reached in three ways. */
  final class Resident {
    final ApplicantKey key;
    final OpenId openId;
    final ApplicantIdentity identity;

    private Resident(boolean phone, boolean email) {
      int number = ++people;
      this.key = new ApplicantKey("%032d".formatted(number));
      this.openId = new OpenId("oTest-Of_an-openid-%08d".formatted(number));
      this.identity =
          new ApplicantIdentity(
              new PersonName("测试人甲"),
              IdType.ID_CARD,
              Optional.of(new IdNumber("500106190001010019")),
              phone ? Optional.of(new Phone("138%08d".formatted(number))) : Optional.empty(),
              email
                  ? Optional.of(new Email("tester-%d@example.com".formatted(number)))
                  : Optional.empty(),
              ApplicantType.PERSON);
    }

    Resident allowing(int messages) {
      told.grant(key, TEMPLATE, messages, openId, TEN);
      return this;
    }

    long available() {
      return told.consent(key, TEMPLATE).available();
    }

    long spent() {
      return told.consent(key, TEMPLATE).spent();
    }

    Notice told(NoticeName name, Instant when) {
      String number = "A20261123%04dTEST".formatted(people);
      Notice notice =
          new Notice(
              name,
              new Recipient.Person(key),
              number + "-" + name.ordinal(),
              Optional.of(number),
              when,
              Map.of(
                  "title", new Text("开办餐饮店", "Open a restaurant"),
                  "number", new Text(number, number),
                  "stage", new Text("已受理", "Accepted"),
                  "due", new Text("2026-12-21 17:30", "2026-12-21 17:30")));
      told.tell(notice, identity, when);
      return notice;
    }
  }

  Resident resident() {
    return new Resident(true, true);
  }

  Resident withoutEmail() {
    return new Resident(true, false);
  }

  Resident withoutPhone() {
    return new Resident(false, true);
  }

  Resident withoutAddress() {
    return new Resident(false, false);
  }

  /** What text messages are answered from now on. */
  void textsAnswer(Reply reply) {
    textReply = reply;
  }

  private Reply textReply() {
    return textReply;
  }

  /** Who sends text messages from now on. */
  void textsBy(TextMessages provider) {
    texting = provider;
  }

  /** What mails are answered from now on. */
  void mailsAnswer(Reply reply) {
    mailReply = reply;
  }

  List<Carrier> carriers(TableClient table) {
    return List.of(
        new WeChatCarrier(
            api,
            tokens,
            WeChatTemplates.read(TEMPLATES),
            "formal",
            new Consents(table, engine.cipher)::find),
        new TextMessageCarrier(texting, new Contacts(table, engine.cipher)::confirmed),
        new Carrier() {
          @Override
          public Channel channel() {
            return Channel.EMAIL;
          }

          @Override
          public Parcel prepare(banshi.store.Letter letter) {
            return letter
                .contact()
                .email()
                .<Parcel>map(
                    to ->
                        new Parcel.Ready(
                            Optional.empty(),
                            () -> {
                              mails.add(to.masked() + " " + Words.subject(letter.notice()));
                              return mailReply;
                            }))
                .orElseGet(Parcel.Unreachable::new);
          }
        });
  }

  Sender sender(TableClient table) {
    return new Sender(new Outbox(table, engine.cipher), new Deliveries(table), carriers(table));
  }

  /** One run over all that is due, one notice after the other. */
  List<Sending> run(Instant now) {
    return run(now, engine.table);
  }

  List<Sending> run(Instant now, TableClient table) {
    Sender sender = sender(table);
    List<Sending> came = new ArrayList<>();
    for (Waiting waiting : new Outbox(table, engine.cipher).look(now, 1_000).due()) {
      came.add(sender.send(waiting, now, AMPLE, faults::add));
    }
    return came;
  }

  Optional<Delivery> by(Channel channel, Notice notice) {
    return told.deliveries(notice).stream().filter(d -> d.channel() == channel).findFirst();
  }

  Optional<Delivery.State> state(Channel channel, Notice notice) {
    return by(channel, notice).map(Delivery::state);
  }

  /** Forgets what came and lets every channel behave again; whatever still waits is sent. */
  void clear() {
    weChat.forget();
    textReply = new Reply.Taken();
    mailReply = new Reply.Taken();
    texting = kept;
    run(TEN.plus(Duration.ofDays(3)));
    weChat.forget();
    texts.clear();
    mails.clear();
    faults.clear();
  }

  @Override
  public void close() {
    weChat.close();
    engine.close();
  }
}
