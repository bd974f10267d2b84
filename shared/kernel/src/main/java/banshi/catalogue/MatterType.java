package banshi.catalogue;

import banshi.text.Text;
import java.util.Arrays;
import java.util.Optional;

/** The kind of a matter (事项类型): GB/T 39046-2020, table A.1, without its extensible codes. */
public enum MatterType {
  ADMINISTRATIVE_POWER("00", "行政权力", "Administrative power"),
  LICENCE("01", "行政许可", "Administrative licence"),
  PENALTY("02", "行政处罚", "Administrative penalty"),
  COMPULSION("03", "行政强制", "Administrative compulsion"),
  LEVY("04", "行政征收", "Administrative levy"),
  PAYMENT("05", "行政给付", "Administrative payment"),
  INSPECTION("06", "行政检查", "Administrative inspection"),
  CONFIRMATION("07", "行政确认", "Administrative confirmation"),
  REWARD("08", "行政奖励", "Administrative reward"),
  ADJUDICATION("09", "行政裁决", "Administrative adjudication"),
  OTHER_POWER("10", "其他行政权力", "Other administrative power"),
  PUBLIC_SERVICE("20", "公共服务", "Public service");

  private final String code;
  private final Text label;

  MatterType(String code, String zh, String en) {
    this.code = code;
    this.label = new Text(zh, en);
  }

  /** The two digits of the table. */
  public String code() {
    return code;
  }

  /** The name a person reads. */
  public Text label() {
    return label;
  }

  /** The type of that code. */
  public static Optional<MatterType> ofCode(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }
}
