package banshi.local.dev;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * The secrets of one local cloud or of one stage for testing, made up when it first starts. They
 * protect nothing but test data.
 *
 * @param tokens signs the tokens that {@code POST /dev/tokens} gives, on the curve P-256
 * @param fields a Tink AEAD keyset as JSON, in clear
 * @param index 32 bytes in base64
 */
public record LocalKeys(KeyPair tokens, String fields, String index) {
  private static final String PRIVATE = "token-key.pkcs8";
  private static final String PUBLIC = "token-key.x509";
  private static final String FIELDS = "field-keys.json";
  private static final String INDEX = "index-key.base64";

  /** Keys that are kept nowhere. */
  public static LocalKeys generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      Configuration aead = AeadConfig2026.get();
      KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, aead);
      byte[] index = new byte[32];
      new SecureRandom().nextBytes(index);
      return new LocalKeys(
          generator.generateKeyPair(),
          onOneLine(
              TinkJsonProtoKeysetFormat.serializeKeyset(
                  keyset, aead, InsecureSecretKeyAccess.get())),
          Base64.getEncoder().encodeToString(index));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks P-256 or AES-GCM", e);
    }
  }

  private static String onOneLine(String json) {
    return json.lines().map(String::strip).collect(Collectors.joining());
  }

  /** Whether a folder holds keys already. */
  public static boolean areIn(Path folder) {
    return Files.exists(folder.resolve(INDEX));
  }

  /** The keys in a folder; new ones are put there when it has none. */
  public static LocalKeys keptIn(Path folder) throws IOException {
    if (!areIn(folder)) {
      generate().keepIn(folder);
    }
    try {
      KeyFactory factory = KeyFactory.getInstance("EC");
      return new LocalKeys(
          new KeyPair(
              factory.generatePublic(new X509EncodedKeySpec(bytes(folder.resolve(PUBLIC)))),
              factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(folder.resolve(PRIVATE))))),
          Files.readString(folder.resolve(FIELDS)),
          Files.readString(folder.resolve(INDEX)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("the keys in " + folder + " cannot be read; delete that folder", e);
    }
  }

  /** The index key goes last: it tells whether the others are whole. */
  private void keepIn(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    write(folder.resolve(PRIVATE), tokens.getPrivate().getEncoded());
    write(folder.resolve(PUBLIC), tokens.getPublic().getEncoded());
    Files.writeString(folder.resolve(FIELDS), fields);
    Files.writeString(folder.resolve(INDEX), index);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
  }

  private static byte[] bytes(Path file) throws IOException {
    return Base64.getDecoder().decode(Files.readString(file));
  }
}
