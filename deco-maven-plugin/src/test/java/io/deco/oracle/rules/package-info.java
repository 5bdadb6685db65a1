/**
 * The published table of rules ({@code docs/rules.md}), derived from the code that
 * implements it.
 * <ul>
 * <li>A {@link io.deco.oracle.rules.RuleProgram} has one instruction, with operands that
 * concurrent calls give, or behind calls and stores that are pending.
 * <li>What the analysis plans for that instruction becomes a row of the table.
 * <li>The program is run, plain and woven.
 * </ul>
 */
@NullMarked
package io.deco.oracle.rules;

import org.jspecify.annotations.NullMarked;
