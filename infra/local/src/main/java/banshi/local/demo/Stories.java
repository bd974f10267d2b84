package banshi.local.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The stories that can be told, by name. */
enum Stories {
  RESTAURANT("开办餐饮店，从提问到送达", "opening a restaurant", RestaurantStory::new),
  COMPLAINT("办不成事，从石沉大海到回访", "what could not be done, and who sees to it", ComplaintStory::new),
  STARTUP("企业开办，三个工作小时，每分钟都有主", "a company, and whose every minute was", StartupStory::new),
  CONSULTATION("咨询，答一次，后来的人搜得到", "a question, answered once", ConsultationStory::new);

  private final String zh;
  private final String en;
  private final BiFunction<HallDoor, Narrator, Story> telling;

  Stories(String zh, String en, BiFunction<HallDoor, Narrator, Story> telling) {
    this.zh = zh;
    this.en = en;
    this.telling = telling;
  }

  /** The story of that name, if there is one. */
  static Optional<Stories> named(String name) {
    return Arrays.stream(values()).filter(story -> story.word().equals(name)).findFirst();
  }

  /** A line for each story. */
  static String list() {
    return Arrays.stream(values())
        .map(story -> "  %-12s%s   %s%n".formatted(story.word(), story.zh, story.en))
        .collect(Collectors.joining());
  }

  Story at(HallDoor door, Narrator narrator) {
    return telling.apply(door, narrator);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
