/** Rules on the files of Helm charts. */
@NullMarked
package dev.seaworthy.rules.chart;

import org.jspecify.annotations.NullMarked;
