/**
 * Lines over time, as the numbers that SVG is drawn from. Knows nothing of pages, and nothing of mail.
 *
 * <p>May import the JDK alone.
 */
package org.postern.web.chart;
