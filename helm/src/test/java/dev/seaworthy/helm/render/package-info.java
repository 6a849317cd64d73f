@NullMarked
package dev.seaworthy.helm.render;

import org.jspecify.annotations.NullMarked;
