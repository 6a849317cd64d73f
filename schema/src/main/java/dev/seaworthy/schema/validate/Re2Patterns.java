package dev.seaworthy.schema.validate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/**
 * Matches as the API server does, in a time that grows with the text alone. A pattern that RE2 does
 * not know, such as one that looks ahead, refuses nothing, and so does one that the server refuses
 * itself.
 */
final class Re2Patterns implements RegularExpressionFactory {

  @Override
  public RegularExpression getRegularExpression(String regex) {
    try {
      if (Repeats.areTooMany(regex)) {
        return text -> true;
      }
      Pattern pattern = Pattern.compile(regex);
      return text -> pattern.matcher(text).find();
    } catch (PatternSyntaxException e) {
      return text -> true;
    }
  }
}
