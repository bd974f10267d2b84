package banshi.e2e;

import banshi.local.LocalCloud;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;

/**
 * Which hall the scenarios are played on, by system properties:
 *
 * <ul>
 *   <li>nothing: a local cloud that the suite starts itself
 *   <li>{@code banshi.target=gateway}: the same as a black box, behind {@link StageGateway}
 *   <li>{@code banshi.target=localstack}: LocalStack, which the suite starts and deploys to
 *   <li>{@code banshi.target=ADDRESS}: a local cloud that runs already, with what it adds under
 *       {@code /dev}
 *   <li>{@code banshi.target=ADDRESS} and {@code banshi.tokens=FOLDER}: any hall as a black box, by
 *       the token key in that folder; with {@code banshi.stack=NAME} its account is looked into
 * </ul>
 */
final class Targets {
  /** Where licences say that the suite's own hall is found. */
  static final String PUBLIC_ADDRESS = "https://hall.example.cn";

  private Optional<Target> target = Optional.empty();
  private Optional<LocalCloud> cloud = Optional.empty();
  private Optional<Account> account = Optional.empty();
  private String whyNot = "";

  /** The hall that is asked for; empty when it cannot be had here. */
  Optional<Target> choose() throws IOException {
    String name = System.getProperty("banshi.target", "");
    try {
      target =
          Optional.of(
              switch (name) {
                case "" -> own();
                case "gateway" -> behindGateway();
                case "localstack" -> localStack();
                default -> at(URI.create(name));
              });
    } catch (NotRun notRun) {
      whyNot = notRun.getMessage();
      System.out.println(whyNot);
    }
    return target;
  }

  Optional<Target> target() {
    return target;
  }

  /** Why there is none. */
  String whyNot() {
    return whyNot;
  }

  Optional<LocalCloud> cloud() {
    return cloud;
  }

  Optional<Account> account() {
    return account;
  }

  private Target own() throws IOException {
    LocalCloud own =
        LocalCloud.builder(TheHall.root())
            .inMemory()
            .port(0)
            .withoutSchedules()
            .parameter("PublicAddress", PUBLIC_ADDRESS)
            .start();
    cloud = Optional.of(own);
    atEnd(own);
    return Target.localCloud(own.endpoint()).giving(Need.INSIDE);
  }

  private Target behindGateway() throws IOException {
    KeyTokens tokens = newKey();
    LocalCloud own =
        LocalCloud.builder(TheHall.root())
            .inMemory()
            .port(0)
            .parameter("TokenKeys", tokens.keySet())
            .start();
    StageGateway gateway = new StageGateway(own.endpoint());
    atEnd(own);
    atEnd(gateway);
    return Target.blackBox(gateway.address(), tokens);
  }

  /** Kept in a folder and read from there, as those of other halls are. */
  private static KeyTokens newKey() throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      Path folder = Files.createTempDirectory("banshi-keys-");
      try {
        KeyTokens.keep(generator.generateKeyPair(), folder);
        return KeyTokens.in(folder);
      } finally {
        banshi.local.functions.Folders.delete(folder);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks P-256", e);
    }
  }

  private Target localStack() throws IOException, NotRun {
    LocalStackHall hall = LocalStackHall.start();
    atEnd(hall);
    URI address = hall.deploy();
    account = Optional.of(hall.account());
    // Its gateway has the template's statuses, and words of its own (docs/localstack.md).
    return Target.blackBox(address, KeyTokens.in(hall.keys()))
        .giving(Need.ACCOUNT)
        .lacking(Need.GATEWAY);
  }

  private Target at(URI address) throws IOException {
    String tokens = System.getProperty("banshi.tokens", "");
    String stack = System.getProperty("banshi.stack", "");
    if (tokens.isEmpty()) {
      return Target.localCloud(address);
    }
    Target hall = Target.blackBox(address, KeyTokens.in(TheHall.root().resolve(Path.of(tokens))));
    if (stack.isEmpty()) {
      return hall;
    }
    account = Optional.of(Account.ofTheCaller(stack));
    return hall.giving(Need.ACCOUNT);
  }

  private static void atEnd(AutoCloseable opened) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    opened.close();
                  } catch (Exception e) {
                    System.err.println("while stopping: " + e);
                  }
                }));
  }
}
