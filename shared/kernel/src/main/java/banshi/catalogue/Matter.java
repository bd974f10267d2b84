package banshi.catalogue;

import banshi.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a matter (政务服务事项): what a department does for people who apply.
 *
 * @param version its code and the first day it is in force; a running case keeps the version it was
 *     opened on
 * @param validTo the last day it is in force; empty while no end is known
 * @param basicCode the basic code (基本编码) of the national list, opaque, where known
 * @param type table A.1
 * @param name at most 200 characters (GB/T 39046-2020)
 * @param servedTo table A.4; at least one
 * @param responsible the lead department (牵头部门), which decides
 * @param tasks what is to be reviewed, each by one department, all in parallel; at least one
 * @param statutory the statutory limit (法定办结时限), from acceptance
 * @param promise never later than the statutory limit
 * @param visits how many visits in person are needed (到办事现场次数), and why if any
 * @param online how much of it can be done online
 * @param fee what it costs
 * @param contacts whom to ask and to whom to complain
 * @param questions what its conditions ask about
 * @param materials what is to be handed in
 * @param form what is to be filled in
 * @param conditions who may apply (受理条件)
 * @param reviewPoints what the reviewers look at (审核要点)
 * @param legalBasis on what law it stands (设定依据)
 * @param remedy what one may do about a refusal (救济途径)
 * @param remedyNotice the same in the few words that fit a notice, with places for the last days
 */
public record Matter(
    MatterVersion version,
    Optional<LocalDate> validTo,
    Optional<String> basicCode,
    MatterType type,
    Text name,
    Set<ServiceObject> servedTo,
    String responsible,
    List<Task> tasks,
    Limit statutory,
    Promise promise,
    Visits visits,
    OnlineReach online,
    Fee fee,
    Contacts contacts,
    List<Question> questions,
    List<MaterialUse> materials,
    List<FieldUse> form,
    List<Text> conditions,
    List<Text> reviewPoints,
    List<Text> legalBasis,
    Text remedy,
    Text remedyNotice) {
  public Matter {
    servedTo = Set.copyOf(servedTo);
    tasks = List.copyOf(tasks);
    questions = List.copyOf(questions);
    materials = List.copyOf(materials);
    form = List.copyOf(form);
    conditions = List.copyOf(conditions);
    reviewPoints = List.copyOf(reviewPoints);
    legalBasis = List.copyOf(legalBasis);
  }

  /** Its code: what stands in addresses and cases. */
  public String code() {
    return version.code();
  }

  /** Whether it is decided while the person waits (即办件). */
  public boolean immediate() {
    return promise instanceof Promise.Immediate;
  }

  /** Whether it is in force on that day. */
  public boolean inForce(LocalDate day) {
    return !day.isBefore(version.validFrom())
        && validTo.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** One department's part of the work. */
  public record Task(String department, Text title) {}

  /** Visits in person: how many, and why if any. */
  public record Visits(int count, Optional<Text> reason) {}

  /**
   * What it costs.
   *
   * @param charged whether it costs anything
   * @param basis on what rule; present if charged
   * @param standard how much, for a person to read
   */
  public record Fee(boolean charged, Optional<Text> basis, Optional<Text> standard) {}

  /** Phone numbers (咨询电话, 监督投诉电话); never the same. */
  public record Contacts(String consultation, String complaint) {}

  /**
   * How one matter uses a material.
   *
   * @param material what
   * @param when under which condition it is asked for; empty: always
   * @param required whether it must be there when asked for
   * @param originals how many originals are shown, 0–99
   * @param copies how many copies are kept, 0–99
   * @param medium in which form
   * @param owedDays within how many working days it may be brought later (容缺受理); empty: not at all
   */
  public record MaterialUse(
      Material material,
      Optional<Condition> when,
      boolean required,
      int originals,
      int copies,
      Medium medium,
      Optional<Integer> owedDays) {}

  /**
   * How one matter uses a field: under which condition it is asked, and whether it must be filled.
   */
  public record FieldUse(Field field, Optional<Condition> when, boolean required) {}
}
