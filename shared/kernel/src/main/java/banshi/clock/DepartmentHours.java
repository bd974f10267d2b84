package banshi.clock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The service hours of each department, by its code; of all others the default. */
public final class DepartmentHours {
  private final ServiceHours standard;
  private final Map<String, ServiceHours> byDepartment;

  private DepartmentHours(ServiceHours standard, Map<String, ServiceHours> byDepartment) {
    this.standard = standard;
    this.byDepartment = byDepartment;
  }

  private static final class Published {
    static final DepartmentHours HOURS = read(Resources.text("service-hours.json"));
  }

  /** The hours that this build holds. */
  public static DepartmentHours published() {
    return Published.HOURS;
  }

  /**
   * Hours as data: {@code {"default": [slot …], "departments": {code: [slot …]}}}, a slot being
   * {@code {"from": "09:00", "to": "12:00"}}.
   *
   * @throws IllegalArgumentException where the text is anything else, or slots overlap
   */
  public static DepartmentHours read(String json) {
    try {
      JsonNode root = new JsonMapper().readTree(json);
      Map<String, ServiceHours> byDepartment = new TreeMap<>();
      root.required("departments")
          .properties()
          .forEach(entry -> byDepartment.put(entry.getKey(), hours(entry.getValue())));
      return new DepartmentHours(hours(root.required("default")), byDepartment);
    } catch (JsonProcessingException | DateTimeException unreadable) {
      throw new IllegalArgumentException("service hours cannot be read", unreadable);
    }
  }

  private static ServiceHours hours(JsonNode slots) {
    List<Slot> hours = new ArrayList<>();
    for (JsonNode slot : slots) {
      hours.add(new Slot(time(slot, "from"), time(slot, "to")));
    }
    return ServiceHours.of(hours);
  }

  private static LocalTime time(JsonNode slot, String field) {
    return LocalTime.parse(slot.required(field).asText());
  }

  /** The hours where no department has its own. */
  public ServiceHours standard() {
    return standard;
  }

  /** That department's hours. */
  public ServiceHours of(String department) {
    return byDepartment.getOrDefault(department, standard);
  }
}
