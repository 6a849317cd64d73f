/** The bundled rules that are written in Java, a package for each area. */
@NullMarked
package dev.seaworthy.rules;

import org.jspecify.annotations.NullMarked;
