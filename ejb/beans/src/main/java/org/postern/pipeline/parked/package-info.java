/**
 * What becomes of mail that waits: taken up when it is due, changed or given up as a person says.
 *
 * <p>May import {@code assessment}, {@code config}, {@code delivery.gate}, {@code delivery.outcome}, {@code duty}, {@code event},
 * {@code mail}, {@code notice}, {@code pipeline}, {@code pipeline.letters}, {@code queue}, {@code routing}, {@code sentence}, {@code smtp}, {@code trust},
 * {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.enterprise}, {@code jakarta.inject}, {@code jakarta.transaction} and the
 * JDK.
 */
package org.postern.pipeline.parked;
