/** Custom resources, by the definitions that are analysed together with them. */
@NullMarked
package dev.seaworthy.schema.crd;

import org.jspecify.annotations.NullMarked;
