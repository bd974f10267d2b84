package banshi.clock;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days that the law itself gives everybody off, year by year: 全国年节及纪念日放假办法 art. 2, from 2025 on
 * as revised on 2024-11-10 (13 days), before that as revised on 2013-12-11 (11 days, without Lunar
 * New Year's Eve and 2 May). Days given in exchange for a weekend are not among them: which ones,
 * only the year's notice says.
 *
 * <p>The lunar dates are a table, computed once; the first lunar month and Qingming follow no
 * arithmetic rule short of astronomy.
 */
final class StatutoryHolidays {
  private static final HolidayName NEW_YEAR = new HolidayName("元旦", "New Year's Day");
  private static final HolidayName SPRING = new HolidayName("春节", "Spring Festival");
  private static final HolidayName QINGMING = new HolidayName("清明节", "Qingming Festival");
  private static final HolidayName LABOUR = new HolidayName("劳动节", "Labour Day");
  private static final HolidayName DRAGON_BOAT = new HolidayName("端午节", "Dragon Boat Festival");
  private static final HolidayName MID_AUTUMN = new HolidayName("中秋节", "Mid-Autumn Festival");
  private static final HolidayName NATIONAL = new HolidayName("国庆节", "National Day");
  private static final int REVISION_OF_2024 = 2025;

  private final NavigableMap<Integer, LunarDates> lunar;

  private record LunarDates(
      LocalDate newYear, LocalDate qingming, LocalDate dragonBoat, LocalDate midAutumn) {}

  private StatutoryHolidays(NavigableMap<Integer, LunarDates> lunar) {
    this.lunar = lunar;
  }

  private static final class Published {
    static final StatutoryHolidays LAW = load();
  }

  /** With the lunar dates that this build holds. */
  static StatutoryHolidays published() {
    return Published.LAW;
  }

  private static StatutoryHolidays load() {
    NavigableMap<Integer, LunarDates> lunar = new TreeMap<>();
    Resources.text("lunar.csv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(","))
        .forEach(
            field ->
                lunar.put(
                    Integer.valueOf(field[0]),
                    new LunarDates(
                        LocalDate.parse(field[1]),
                        LocalDate.parse(field[2]),
                        LocalDate.parse(field[3]),
                        LocalDate.parse(field[4]))));
    return new StatutoryHolidays(lunar);
  }

  int firstYear() {
    return lunar.firstKey();
  }

  int lastYear() {
    return lunar.lastKey();
  }

  /** The days off by law in that year, which the table must hold. */
  SortedMap<LocalDate, HolidayName> in(int year) {
    LunarDates moon = lunar.get(year);
    boolean revised = year >= REVISION_OF_2024;
    SortedMap<LocalDate, HolidayName> days = new TreeMap<>();
    add(days, LocalDate.of(year, 1, 1), 1, NEW_YEAR);
    add(days, moon.newYear().minusDays(revised ? 1 : 0), revised ? 4 : 3, SPRING);
    add(days, moon.qingming(), 1, QINGMING);
    add(days, LocalDate.of(year, 5, 1), revised ? 2 : 1, LABOUR);
    add(days, moon.dragonBoat(), 1, DRAGON_BOAT);
    add(days, moon.midAutumn(), 1, MID_AUTUMN);
    add(days, LocalDate.of(year, 10, 1), 3, NATIONAL);
    return days;
  }

  private static void add(
      Map<LocalDate, HolidayName> days, LocalDate from, int count, HolidayName name) {
    for (int i = 0; i < count; i++) {
      days.merge(from.plusDays(i), name, HolidayName::and);
    }
  }
}
