package banshi.startup.licence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts of money in the characters that cannot be altered (中文大写金额), as licences and cheques write
 * them: 壹佰万元整. After annex 1 of the payment and settlement rules (支付结算办法附件一《正确填写票据和结算凭证的基本规定》).
 */
final class WrittenAmount {
  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final String[] GROUPS = {"", "万", "亿", "万亿"};
  private static final int GROUP = 10_000;

  private WrittenAmount() {}

  /** Of more than 0 and less than 10^16 yuan, cut to whole cents. */
  static String of(BigDecimal yuan) {
    long cents = yuan.movePointRight(2).setScale(0, RoundingMode.DOWN).longValueExact();
    long whole = cents / 100;
    int tenths = (int) (cents / 10 % 10);
    int hundredths = (int) (cents % 10);
    StringBuilder text = new StringBuilder(whole == 0 ? "" : whole(whole) + "元");
    if (tenths > 0) {
      text.append(DIGITS.charAt(tenths)).append('角');
    } else if (hundredths > 0 && whole > 0) {
      text.append('零');
    }
    return text.append(hundredths > 0 ? DIGITS.charAt(hundredths) + "分" : "整").toString();
  }

  private static String whole(long whole) {
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    for (int group = GROUPS.length - 1; group >= 0; group--) {
      int value = (int) (whole / power(group) % GROUP);
      if (value == 0) {
        gap = !text.isEmpty();
        // 万亿 needs its 亿 said even where nothing of the lower group is left to say it.
        continue;
      }
      if (!text.isEmpty() && (gap || value < GROUP / 10)) {
        text.append('零');
      }
      gap = false;
      text.append(group(value)).append(unit(group, whole));
    }
    return text.toString();
  }

  private static String unit(int group, long whole) {
    boolean saysHundredMillion = group == 3 && whole / power(2) % GROUP != 0;
    return saysHundredMillion ? "万" : GROUPS[group];
  }

  private static long power(int group) {
    long power = 1;
    for (int i = 0; i < group; i++) {
      power *= GROUP;
    }
    return power;
  }

  private static String group(int value) {
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    for (int place = PLACES.length - 1; place >= 0; place--) {
      int digit = value / (int) Math.pow(10, place) % 10;
      if (digit == 0) {
        gap = !text.isEmpty();
        continue;
      }
      text.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
      gap = false;
    }
    return text.toString();
  }
}
