/** The Pod Security Standards as rules, one for each check. */
@NullMarked
package dev.seaworthy.rules.podsecurity;

import org.jspecify.annotations.NullMarked;
