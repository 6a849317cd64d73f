package dev.seaworthy.schema.validate;

/** Numbers that end with a digit by which a slip is seen. Blanks and hyphens count for nothing. */
final class CheckDigits {

  private static final int CARD_MIN = 13;
  private static final int CARD_MAX = 19;

  private CheckDigits() {}

  static boolean isIsbn10(String text) {
    String digits = text.replaceAll("[\\s-]", "");
    if (!digits.matches("\\d{9}[\\dX]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (i + 1) * (digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0');
    }
    return sum % 11 == 0;
  }

  static boolean isIsbn13(String text) {
    String digits = text.replaceAll("[\\s-]", "");
    if (!digits.matches("\\d{13}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0');
    }
    return sum % 10 == 0;
  }

  /** Whether the check of Luhn holds for the digits of a text. */
  static boolean isCard(String text) {
    String digits = text.replaceAll("\\D", "");
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return digits.length() >= CARD_MIN && digits.length() <= CARD_MAX && sum % 10 == 0;
  }
}
