package banshi.store;

import banshi.crypto.FieldCipher;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** JSON compressed and encrypted into one attribute, bound to the item that holds it. */
final class Sealed {
  private final FieldCipher cipher;

  Sealed(FieldCipher cipher) {
    this.cipher = cipher;
  }

  AttributeValue seal(JsonNode content, String pk, String sk) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(Json.bytes(content));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return Attributes.bytes(cipher.seal(bytes.toByteArray(), pk + "/" + sk));
  }

  JsonNode open(byte[] sealed, String pk, String sk) {
    byte[] packed = cipher.open(sealed, pk + "/" + sk);
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return Json.parse(zip.readAllBytes());
    } catch (IOException e) {
      throw new CorruptItemException("a sealed attribute does not unpack", e);
    }
  }
}
