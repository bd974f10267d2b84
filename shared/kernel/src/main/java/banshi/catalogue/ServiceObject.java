package banshi.catalogue;

import banshi.text.Text;
import java.util.Arrays;
import java.util.Optional;

/** Whom a matter serves (服务对象): GB/T 39046-2020, table A.4. */
public enum ServiceObject {
  PERSON("1", "自然人", "Natural persons"),
  COMPANY("2", "企业法人", "Enterprises"),
  PUBLIC_INSTITUTION("3", "事业法人", "Public institutions"),
  SOCIAL_ORGANISATION("4", "社会组织法人", "Social organisations"),
  ADMINISTRATIVE_BODY("5", "行政机关", "Administrative bodies"),
  OTHER_ORGANISATION("6", "其他组织", "Other organisations");

  private final String code;
  private final Text label;

  ServiceObject(String code, String zh, String en) {
    this.code = code;
    this.label = new Text(zh, en);
  }

  /** The digit of the table. */
  public String code() {
    return code;
  }

  /** The name a person reads. */
  public Text label() {
    return label;
  }

  /** The object of that code. */
  public static Optional<ServiceObject> ofCode(String code) {
    return Arrays.stream(values()).filter(object -> object.code.equals(code)).findFirst();
  }
}
