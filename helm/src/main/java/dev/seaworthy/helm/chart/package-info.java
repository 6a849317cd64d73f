/** Charts as their files say: folders and archives, with their dependencies, within bounds. */
@NullMarked
package dev.seaworthy.helm.chart;

import org.jspecify.annotations.NullMarked;
