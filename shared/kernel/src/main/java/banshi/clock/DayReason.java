package banshi.clock;

import java.util.Optional;

/** Why a day works or does not. */
public sealed interface DayReason {

  /** Whether a day with this reason works. */
  boolean works();

  /** The holiday behind it, where there is one. */
  Optional<HolidayName> holiday();

  /** The reason in Chinese. */
  String inChinese();

  /** The reason in English. */
  String inEnglish();

  /** Monday to Friday, and nothing else is known of it. */
  record Weekday() implements DayReason {
    @Override
    public boolean works() {
      return true;
    }

    @Override
    public Optional<HolidayName> holiday() {
      return Optional.empty();
    }

    @Override
    public String inChinese() {
      return "工作日";
    }

    @Override
    public String inEnglish() {
      return "Working day";
    }
  }

  /** Saturday or Sunday, and nothing else is known of it. */
  record Weekend() implements DayReason {
    @Override
    public boolean works() {
      return false;
    }

    @Override
    public Optional<HolidayName> holiday() {
      return Optional.empty();
    }

    @Override
    public String inChinese() {
      return "周末";
    }

    @Override
    public String inEnglish() {
      return "Weekend";
    }
  }

  /** Listed as off (放假) by the year's notice. */
  record Holiday(HolidayName name) implements DayReason {
    @Override
    public boolean works() {
      return false;
    }

    @Override
    public Optional<HolidayName> holiday() {
      return Optional.of(name);
    }

    @Override
    public String inChinese() {
      return name.zh() + "放假";
    }

    @Override
    public String inEnglish() {
      return name.en() + " holiday";
    }
  }

  /** Listed as worked (调休上班) by the year's notice, in exchange for a day of that holiday. */
  record MakeUpWorkday(HolidayName name) implements DayReason {
    @Override
    public boolean works() {
      return true;
    }

    @Override
    public Optional<HolidayName> holiday() {
      return Optional.of(name);
    }

    @Override
    public String inChinese() {
      return name.zh() + "调休上班";
    }

    @Override
    public String inEnglish() {
      return "Make-up working day for " + name.en();
    }
  }

  /** Off by law (法定节假日), in a year whose notice is not published. */
  record StatutoryHoliday(HolidayName name) implements DayReason {
    @Override
    public boolean works() {
      return false;
    }

    @Override
    public Optional<HolidayName> holiday() {
      return Optional.of(name);
    }

    @Override
    public String inChinese() {
      return name.zh() + "法定假日";
    }

    @Override
    public String inEnglish() {
      return name.en() + ", holiday by law";
    }
  }
}
