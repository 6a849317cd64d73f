/** Rules about service accounts and their tokens. */
@NullMarked
package dev.seaworthy.rules.account;

import org.jspecify.annotations.NullMarked;
