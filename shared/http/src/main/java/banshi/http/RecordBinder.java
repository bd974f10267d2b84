package banshi.http;

import banshi.identity.PersonalValueRefused;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Turns a body into a record and notes every fault on the way.
 *
 * <p>A component declared as {@code Optional} may be missing or {@code null}; any other is
 * required. Members that the record does not have are refused. Nothing is converted: the string
 * {@code "1"} is not a number and {@code 1} is not {@code true}. Sizes count code points. What the
 * record's or a value's own constructor refuses becomes a fault at its pointer.
 */
public final class RecordBinder {
  private final Faults faults;

  private RecordBinder(Faults faults) {
    this.faults = faults;
  }

  /**
   * Reads and binds {@code body}.
   *
   * @throws ProblemException {@code malformed-json}, or {@code invalid-body} with every fault
   * @throws IllegalArgumentException when {@code type} has a component that cannot come from JSON
   */
  public static <T extends Record> T read(byte[] body, Class<T> type) {
    var faults = new Faults();
    ObjectNode object = StrictJson.read(body, faults);
    Optional<Object> bound = new RecordBinder(faults).object(object, type, "");
    StrictJson.refuse(faults);
    return type.cast(bound.orElseThrow());
  }

  /** Binds one value that stands by itself, such as a parameter called {@code pointer}. */
  static Optional<Object> bind(JsonNode node, Shape shape, String pointer, Faults faults) {
    return new RecordBinder(faults).value(node, shape, pointer);
  }

  private Optional<Object> object(ObjectNode object, Class<? extends Record> type, String pointer) {
    RecordShape shape = RecordShape.of(type);
    List<Object> arguments = new ArrayList<>();
    boolean sound = true;
    for (var component : shape.components().entrySet()) {
      Optional<Object> argument =
          argument(
              object.get(component.getKey()), component, Faults.step(pointer, component.getKey()));
      sound &= argument.isPresent();
      argument.ifPresent(arguments::add);
    }
    sound &= noOthers(object, shape.components(), pointer);
    return sound ? construct(shape, arguments, pointer) : Optional.empty();
  }

  private Optional<Object> argument(
      JsonNode node, Map.Entry<String, RecordShape.Component> component, String pointer) {
    boolean optional = component.getValue().optional();
    if (node == null || node.isNull()) {
      if (optional) {
        return Optional.of(Optional.empty());
      }
      faults.add(pointer, "required", "必填。", "This is required.");
      return Optional.empty();
    }
    Optional<Object> value = value(node, component.getValue().shape(), pointer);
    return optional ? value.map(Optional::of) : value;
  }

  private boolean noOthers(
      ObjectNode object, SequencedMap<String, RecordShape.Component> known, String pointer) {
    boolean none = true;
    for (var member : object.properties()) {
      if (!known.containsKey(member.getKey())) {
        none = false;
        faults.add(
            Faults.step(pointer, member.getKey()),
            "unknown-field",
            "没有此项。",
            "There is no such field here.");
      }
    }
    return none;
  }

  private Optional<Object> construct(RecordShape shape, List<Object> arguments, String pointer) {
    try {
      return Optional.of(shape.constructor().newInstance(arguments.toArray()));
    } catch (InvocationTargetException e) {
      return refused(e, pointer);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Object> made(Executable factory, String text, String pointer) {
    try {
      return Optional.of(
          switch (factory) {
            case Method method -> method.invoke(null, text);
            case Constructor<?> constructor -> constructor.newInstance(text);
          });
    } catch (InvocationTargetException e) {
      return refused(e, pointer);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Object> refused(InvocationTargetException refusal, String pointer) {
    return switch (refusal.getCause()) {
      case PersonalValueRefused personal -> {
        faults.add(pointer, personal.code(), told(personal.reason()));
        yield Optional.empty();
      }
      case IllegalArgumentException _ ->
          fault(pointer, "bad-format", "内容不符合要求。", "This is not a valid value here.");
      case RuntimeException other -> throw other;
      case Error error -> throw error;
      case Throwable checked -> throw new IllegalStateException(checked);
    };
  }

  private static Text told(PersonalValueRefused.Reason reason) {
    return switch (reason) {
      case MASKED ->
          new Text("含有星号，不能写回脱敏后的内容。", "This has a mask in it; give the full value or none.");
      case BLANK -> new Text("不得为空白。", "This must not be blank.");
      case TOO_LONG -> new Text("内容过长。", "This is too long.");
      case CHARACTERS -> new Text("含有不可见字符。", "This has invisible characters.");
      case FORMAT -> new Text("格式不符。", "This does not have the expected form.");
    };
  }

  private Optional<Object> value(JsonNode node, Shape shape, String pointer) {
    if (StrictJson.faulty(node)) {
      return Optional.empty();
    }
    return switch (shape) {
      case Shape.Words(Limits limits) ->
          Scalars.words(node, limits, pointer, faults).map(Object.class::cast);
      case Shape.Typed(Limits limits, Executable factory) ->
          Scalars.words(node, limits, pointer, faults)
              .flatMap(text -> made(factory, text, pointer));
      case Shape.Whole(Limits limits, boolean wide) ->
          Scalars.whole(node, limits, wide, pointer, faults);
      case Shape.Decimal(Limits limits) -> Scalars.decimal(node, limits, pointer, faults);
      case Shape.Flag() -> Scalars.flag(node, pointer, faults);
      case Shape.Choice(Map<String, Object> constants) ->
          Scalars.choice(node, constants, pointer, faults);
      case Shape.Day() -> Scalars.day(node, pointer, faults);
      case Shape.Moment(boolean keepsOffset) -> Scalars.moment(node, keepsOffset, pointer, faults);
      case Shape.Unique() -> Scalars.unique(node, pointer, faults);
      case Shape.Nested(Class<? extends Record> type) ->
          node instanceof ObjectNode object
              ? object(object, type, pointer)
              : fault(pointer, "wrong-type", "须为对象。", "This must be an object.");
      case Shape.Many(Limits limits, Shape element, boolean distinct) ->
          many(node, limits, element, distinct, pointer);
      case Shape.Free(Limits limits, Shape member) -> free(node, limits, member, pointer);
      case Shape.Anything() -> Optional.of(node);
    };
  }

  private Optional<Object> many(
      JsonNode node, Limits limits, Shape element, boolean distinct, String pointer) {
    if (!node.isArray()) {
      return fault(pointer, "wrong-type", "须为数组。", "This must be an array.");
    }
    boolean sound = Scalars.count(node.size(), limits, pointer, faults);
    List<Object> elements = new ArrayList<>();
    Set<Object> seen = new LinkedHashSet<>();
    for (int i = 0; i < node.size(); i++) {
      String at = Faults.step(pointer, i);
      Optional<Object> value =
          node.get(i).isNull()
              ? fault(at, "required", "不得为 null。", "This must not be null.")
              : value(node.get(i), element, at);
      sound &= value.isPresent();
      value.ifPresent(elements::add);
      if (distinct && value.isPresent() && !seen.add(value.get())) {
        sound = false;
        fault(at, "duplicate-value", "与前面的一项重复。", "This repeats an earlier element.");
      }
    }
    if (!sound) {
      return Optional.empty();
    }
    return Optional.of(distinct ? Collections.unmodifiableSet(seen) : List.copyOf(elements));
  }

  private Optional<Object> free(JsonNode node, Limits limits, Shape member, String pointer) {
    if (!node.isObject()) {
      return fault(pointer, "wrong-type", "须为对象。", "This must be an object.");
    }
    boolean sound = Scalars.count(node.size(), limits, pointer, faults);
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    for (var entry : node.properties()) {
      String at = Faults.step(pointer, entry.getKey());
      Optional<Object> value =
          entry.getValue().isNull() && !(member instanceof Shape.Anything)
              ? fault(at, "required", "不得为 null。", "This must not be null.")
              : value(entry.getValue(), member, at);
      sound &= value.isPresent();
      value.ifPresent(present -> members.put(entry.getKey(), present));
    }
    return sound ? Optional.of(Collections.unmodifiableSequencedMap(members)) : Optional.empty();
  }

  private Optional<Object> fault(String pointer, String code, String zh, String en) {
    faults.add(pointer, code, new Text(zh, en));
    return Optional.empty();
  }
}
