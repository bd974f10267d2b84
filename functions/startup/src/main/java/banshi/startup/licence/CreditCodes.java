package banshi.startup.licence;

import banshi.identity.CreditCode;
import java.util.random.RandomGenerator;

/**
 * Draws unified social credit codes (GB 32100-2015) under market regulation (9) and one region,
 * from one block of numbers: two fixed characters that tell this registry's subjects from others',
 * then six random ones.
 *
 * <p>A block has 31^6 = 887,503,681 subjects. A drawn code meets one of {@code n} issued ones with
 * odds of n in 31^6: 1 in 8,875 after 100,000; and among 200 drawn together some two are the same
 * with odds of about 1 in 44,600. So a code is unique only once the store has accepted it; whoever
 * is refused draws again.
 */
public final class CreditCodes {
  private static final char MARKET_REGULATION = '9';
  private static final int BLOCK_LENGTH = 2;
  private static final int RANDOM_LENGTH = 6;

  private final String region;
  private final String block;
  private final RandomGenerator random;

  /**
   * @param region 6 digits of region: 500106 is 沙坪坝区
   * @param block two characters of {@link CreditCode#ALPHABET}
   * @throws IllegalArgumentException when either is anything else
   */
  public CreditCodes(String region, String block, RandomGenerator random) {
    this.region = region;
    this.block = block;
    this.random = random;
    if (block.length() != BLOCK_LENGTH) {
      throw new IllegalArgumentException("a block of numbers has " + BLOCK_LENGTH + " characters");
    }
    // Refuses what no code can be made of before the first one is needed.
    code(UnitClass.ENTERPRISE, "0".repeat(RANDOM_LENGTH));
  }

  /** A code, both its check characters worked out. */
  public String draw(UnitClass unitClass) {
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      drawn.append(CreditCode.ALPHABET.charAt(random.nextInt(CreditCode.ALPHABET.length())));
    }
    return code(unitClass, drawn.toString());
  }

  private String code(UnitClass unitClass, String drawn) {
    return CreditCode.withChecks(MARKET_REGULATION, unitClass.character(), region, block + drawn);
  }
}
