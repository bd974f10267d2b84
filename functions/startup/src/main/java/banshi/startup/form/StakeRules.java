package banshi.startup.form;

import banshi.text.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Shareholders, their shares and what they pay in (公司法 arts. 42, 46–48). */
final class StakeRules {
  private static final int MOST_SHAREHOLDERS = 50;
  private static final int YEARS_TO_PAY = 5;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  /** Decimals of a percentage, our own bound. */
  private static final int SHARE_DECIMALS = 6;

  /** Decimals of yuan. */
  private static final int MONEY_DECIMALS = 2;

  private final List<Named> shareholders;
  private final int count;
  private final LocalDate latest;
  private final List<Fault> faults;

  /** The rules for a company that is founded on {@code today} or later. */
  StakeRules(People people, LocalDate today, List<Fault> faults) {
    this.shareholders = people.in(Role.SHAREHOLDER);
    this.count = people.holders(Role.SHAREHOLDER).size();
    this.latest = today.plusYears(YEARS_TO_PAY);
    this.faults = faults;
  }

  /**
   * Notes every fault.
   *
   * @param capital the registered capital, when it is sound
   */
  void check(Optional<BigDecimal> capital) {
    if (count < 1 || count > MOST_SHAREHOLDERS) {
      faults.add(FormFault.SHAREHOLDER_COUNT.at("/people", count));
    }
    List<BigDecimal> shares = shareholders.stream().flatMap(one -> share(one).stream()).toList();
    List<BigDecimal> amounts =
        shareholders.stream().flatMap(one -> contribution(one).stream()).toList();
    if (shareholders.isEmpty()) {
      return;
    }
    BigDecimal owned = sum(shares);
    if (shares.size() == shareholders.size() && owned.compareTo(WHOLE) != 0) {
      faults.add(FormFault.SHARES_NOT_WHOLE.at("/people", plain(owned)));
    }
    BigDecimal paid = sum(amounts);
    if (amounts.size() == shareholders.size()
        && capital.filter(stated -> stated.compareTo(paid) != 0).isPresent()) {
      faults.add(FormFault.CONTRIBUTIONS_NOT_CAPITAL.at("/company/capital", plain(paid)));
    }
  }

  /** Whether {@code yuan} has no more decimals than money has. */
  static boolean isMoney(BigDecimal yuan) {
    return yuan.stripTrailingZeros().scale() <= MONEY_DECIMALS;
  }

  private Optional<BigDecimal> share(Named one) {
    String pointer = one.pointer("share");
    if (one.sent().share().isEmpty()) {
      faults.add(FormFault.REQUIRED.at(pointer));
      return Optional.empty();
    }
    Optional<BigDecimal> sound =
        one.sent()
            .share()
            .filter(share -> share.signum() > 0 && share.compareTo(WHOLE) <= 0)
            .filter(share -> share.stripTrailingZeros().scale() <= SHARE_DECIMALS);
    if (sound.isEmpty()) {
      faults.add(FormFault.SHARE_OUT_OF_RANGE.at(pointer, SHARE_DECIMALS));
    }
    return sound;
  }

  /** The amount, when it is sound. */
  private Optional<BigDecimal> contribution(Named one) {
    String pointer = one.pointer("contribution");
    if (one.sent().contribution().isEmpty()) {
      faults.add(FormFault.REQUIRED.at(pointer));
      return Optional.empty();
    }
    SubmittedForm.Contribution sent = one.sent().contribution().get();
    required(sent.amount(), pointer + "/amount");
    required(sent.method(), pointer + "/method");
    required(sent.dueBy(), pointer + "/dueBy");
    if (sent.method().filter(method -> !method.isAllowed()).isPresent()) {
      faults.add(FormFault.CONTRIBUTION_METHOD.at(pointer + "/method"));
    }
    if (sent.dueBy().filter(due -> due.isAfter(latest)).isPresent()) {
      faults.add(FormFault.CONTRIBUTION_DUE.at(pointer + "/dueBy", latest));
    }
    Optional<BigDecimal> sound =
        sent.amount().filter(amount -> amount.signum() > 0 && isMoney(amount));
    if (sent.amount().isPresent() && sound.isEmpty()) {
      faults.add(FormFault.CONTRIBUTION_AMOUNT.at(pointer + "/amount"));
    }
    return sound;
  }

  private void required(Optional<?> given, String pointer) {
    if (given.isEmpty()) {
      faults.add(FormFault.REQUIRED.at(pointer));
    }
  }

  private static BigDecimal sum(List<BigDecimal> parts) {
    return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
