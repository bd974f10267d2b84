package banshi.clock;

/** A holiday's name in Chinese and in English. */
public record HolidayName(String zh, String en) {

  HolidayName and(HolidayName other) {
    return new HolidayName(zh + "、" + other.zh, en + " and " + other.en);
  }
}
