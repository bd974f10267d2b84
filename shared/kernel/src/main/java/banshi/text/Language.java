package banshi.text;

/** A language the hall answers in. */
public enum Language {
  /** Simplified Chinese (简体中文), the default. */
  ZH_CN,
  /** English. */
  EN
}
