/**
 * The console: one view class a page, and what pages share.
 *
 * <p>May import {@code admin.access}, {@code admin.audit}, {@code admin.content}, {@code admin.flow}, {@code admin.kept},
 * {@code admin.overview}, {@code admin.parked}, {@code admin.people}, {@code admin.server}, {@code admin.trace}, {@code assessment},
 * {@code auth}, {@code delivery.gate}, {@code event}, {@code flow}, {@code limit}, {@code mail}, {@code queue}, {@code receiver},
 * {@code routing}, {@code sentence}, {@code web.chart}, {@code web.door}, {@code web.text}, {@code jakarta.el}, {@code jakarta.enterprise},
 * {@code jakarta.faces}, {@code jakarta.inject}, {@code jakarta.servlet}, {@code org.primefaces} and the JDK.
 */
package org.postern.web.page;
