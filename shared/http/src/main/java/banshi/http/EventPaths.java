package banshi.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.quarkus.amazon.lambda.http.model.AwsProxyRequest;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A gateway may hand over a path already decoded. Characters that no path can have would then end
 * the event with an exception before any code of ours runs, so they are encoded again.
 */
@ApplicationScoped
public class EventPaths implements ObjectMapperCustomizer {
  private static final String PUNCTUATION = "-._~!$&'()*+,;=:@/";

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.addMixIn(AwsProxyRequest.class, EncodedPath.class);
  }

  @JsonDeserialize(converter = EncodePath.class)
  private static final class EncodedPath {}

  /** Made by Jackson. */
  static final class EncodePath extends StdConverter<AwsProxyRequest, AwsProxyRequest> {
    @Override
    public AwsProxyRequest convert(AwsProxyRequest event) {
      if (event.getPath() != null) {
        event.setPath(encoded(event.getPath()));
      }
      return event;
    }
  }

  /** {@code path} with everything that no path can have encoded: always a legal path. */
  static String encoded(String path) {
    // Two slashes at the start would make the first segment a host.
    byte[] octets = ("/" + path.replaceFirst("^/+", "")).getBytes(StandardCharsets.UTF_8);
    var encoded = new StringBuilder(octets.length);
    for (int i = 0; i < octets.length; i++) {
      int octet = octets[i] & 0xFF;
      if (isLegal(octet) || isEscape(octets, i)) {
        encoded.append((char) octet);
      } else {
        encoded.append("%%%02X".formatted(octet));
      }
    }
    return encoded.toString();
  }

  private static boolean isLegal(int octet) {
    return octet < 0x80 && (Character.isLetterOrDigit(octet) || PUNCTUATION.indexOf(octet) >= 0);
  }

  private static boolean isEscape(byte[] octets, int at) {
    return octets[at] == '%'
        && at + 2 < octets.length
        && HexFormat.isHexDigit(octets[at + 1])
        && HexFormat.isHexDigit(octets[at + 2]);
  }
}
