/**
 * The way of a message through the gateway, on a few short files.
 *
 * <p>A message comes in at the {@link org.postern.pipeline.ReceptionStage}; when the rules let it pass,
 * {@link org.postern.pipeline.Acceptance} gives it its {@link org.postern.pipeline.Postmark}, posts it, and only then the client hears
 * 250. An application hands its mail in at the {@link org.postern.pipeline.SubmitStage}. What has still to be judged meets the
 * {@link org.postern.pipeline.PolicyStage}; what goes out, the {@link org.postern.pipeline.DeliveryStage}, which parks what the next
 * server wants later until the {@link org.postern.pipeline.parked.ParkedPoller} takes it up again. Each step tells of itself, and the
 * {@link org.postern.pipeline.trace.JournalStage} writes the story down.
 *
 * <p>Each stage decodes, asks the engine, and posts on; the queues of {@code broker} are what it stands on. What becomes of mail that
 * waits, mail about mail, and the writing of stories stand in rooms of their own behind this one.
 *
 * <p>May import {@code account}, {@code answer}, {@code assessment}, {@code bounce}, {@code broker}, {@code config}, {@code content},
 * {@code delivery}, {@code delivery.outcome}, {@code dns}, {@code duty}, {@code event}, {@code identity}, {@code mail}, {@code metric}, {@code network},
 * {@code notice}, {@code pipeline.archive}, {@code pipeline.letters}, {@code pipeline.sink}, {@code policy}, {@code policy.check}, {@code queue},
 * {@code receiver}, {@code reputation.entry}, {@code reputation.grey}, {@code routing}, {@code sentence}, {@code signing}, {@code smtp},
 * {@code smtp.wire}, {@code trace}, {@code trust}, {@code trust.rule}, {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.enterprise},
 * {@code jakarta.inject}, {@code jakarta.jms}, {@code org.jboss.ejb3.annotation}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.pipeline;
