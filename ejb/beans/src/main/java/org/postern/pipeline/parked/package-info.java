/**
 * What becomes of mail that waits: taken up when it is due, rearranged or given up as a person says.
 */
package org.postern.pipeline.parked;
