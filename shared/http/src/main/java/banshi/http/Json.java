package banshi.http;

import banshi.text.Language;
import banshi.text.Text;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * How answers are written.
 *
 * <p>Instants are RFC 3339 with offset {@code +08:00}; dates are ISO; decimals are plain; names are
 * camelCase; what is empty ({@code Optional.empty}) is left out; a {@link Text} is given in the
 * language asked for. Only records, enumerations, collections, maps and JDK values can be written:
 * any other class is refused, so that a type which guards its content cannot leak through a field.
 */
public final class Json {

  /** The offset of every instant in an answer: Asia/Shanghai, which has had no other since 1991. */
  public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

  private static final ObjectMapper ANSWERS = answers();

  private Json() {}

  /**
   * The bytes of an answer, the same for equal answers.
   *
   * @throws IllegalArgumentException when {@code answer} holds a class that may not be written
   */
  public static byte[] bytes(Object answer, Language language) {
    try {
      return ANSWERS.writer().withAttribute(Language.class, language).writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ObjectMapper answers() {
    var own = new SimpleModule("banshi");
    own.addSerializer(Instant.class, new InstantWriter());
    own.addSerializer(OffsetDateTime.class, new OffsetDateTimeWriter());
    own.addSerializer(Text.class, new TextWriter());
    own.setSerializerModifier(new OnlyRecords());
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addModule(own)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .visibility(PropertyAccessor.GETTER, Visibility.NONE)
        .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .build();
  }

  private static void write(OffsetDateTime moment, JsonGenerator out) throws IOException {
    out.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
  }

  private static final class InstantWriter extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      write(value.atOffset(OFFSET), out);
    }
  }

  private static final class OffsetDateTimeWriter extends JsonSerializer<OffsetDateTime> {
    @Override
    public void serialize(OffsetDateTime value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      write(value.withOffsetSameInstant(OFFSET), out);
    }
  }

  private static final class TextWriter extends JsonSerializer<Text> {
    @Override
    public void serialize(Text value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.in((Language) provider.getAttribute(Language.class)));
    }
  }

  private static final class OnlyRecords extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonSerializer<?> modifySerializer(
        SerializationConfig config, BeanDescription description, JsonSerializer<?> serializer) {
      Class<?> type = description.getBeanClass();
      boolean byItsFields = serializer instanceof BeanSerializerBase;
      return byItsFields && !type.isRecord() ? new Refusing(type) : serializer;
    }
  }

  private static final class Refusing extends JsonSerializer<Object> {
    private final Class<?> type;

    Refusing(Class<?> type) {
      this.type = type;
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      throw new IllegalArgumentException(type.getName() + " may not be written into an answer");
    }
  }
}
