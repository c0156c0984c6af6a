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
 * <p>Each stage decodes, asks the engine, and posts on; the {@link org.postern.pipeline.queues} are what it stands on. Does not import
 * {@code jakarta.persistence} or {@code org.postern.admin}.
 */
package org.postern.pipeline;
