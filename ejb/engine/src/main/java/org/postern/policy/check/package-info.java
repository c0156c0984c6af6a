/**
 * The checks: one rule, one class, one test of the same name. To go without one, delete its line in the wiring, the class and the test.
 */
package org.postern.policy.check;
