package banshi.e2e;

import banshi.local.dev.Tokens;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Tokens under a key that lies in a folder: that of a local cloud, {@code .banshi/keys}, or of a
 * stage that was deployed from here, {@code .banshi/stages/…/keys}.
 */
final class KeyTokens implements TokenSource {
  private static final String PRIVATE = "token-key.pkcs8";
  private static final String PUBLIC = "token-key.x509";

  private final Tokens tokens;

  private KeyTokens(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The key in a folder; an {@link IOException} names what is not there or not a key. */
  static KeyTokens in(Path folder) throws IOException {
    try {
      KeyFactory factory = KeyFactory.getInstance("EC");
      KeyPair pair =
          new KeyPair(
              factory.generatePublic(new X509EncodedKeySpec(bytes(folder.resolve(PUBLIC)))),
              factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(folder.resolve(PRIVATE)))));
      return new KeyTokens(new Tokens(pair, InstantSource.system()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(folder + " has no token key that can be read: " + e.getMessage(), e);
    }
  }

  /** Puts a key where {@link #in} finds it. */
  static void keep(KeyPair pair, Path folder) throws IOException {
    Base64.Encoder base64 = Base64.getEncoder();
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(PRIVATE), base64.encodeToString(pair.getPrivate().getEncoded()));
    Files.writeString(folder.resolve(PUBLIC), base64.encodeToString(pair.getPublic().getEncoded()));
  }

  private static byte[] bytes(Path file) throws IOException {
    return Base64.getDecoder().decode(Files.readString(file));
  }

  /** What verifies the tokens, as the template's parameter TokenKeys takes it. */
  String keySet() {
    return tokens.keySet();
  }

  @Override
  public String signed(ObjectNode claims, Duration life) {
    return tokens.token(claims, life);
  }
}
