package org.postern.account.door;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;

import java.util.List;

/**
 * Lets nobody to the broker who does not begin as its clients do. The broker would speak other protocols too with whoever begins otherwise, and read an HTTP
 * request of whatever length to its end before it knows who asks.
 */
final class FirstOctets extends ByteToMessageDecoder {
    private static final byte[] GREETING = "ARTEMIS".getBytes(US_ASCII);
    /** So many the broker looks at to tell protocols apart. */
    private static final int ENOUGH = GREETING.length + 1;

    private final Runnable wellBegun;

    /** @param wellBegun puts behind this one what reads on */
    FirstOctets(Runnable wellBegun) {
        this.wellBegun = wellBegun;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int seen = Math.min(in.readableBytes(), GREETING.length);
        for (int i = 0; i < seen; i++) {
            if (in.getByte(in.readerIndex() + i) != GREETING[i]) {
                in.skipBytes(in.readableBytes());
                var _ = context.close();
                return;
            }
        }
        if (in.readableBytes() >= ENOUGH) {
            wellBegun.run();
            context.pipeline().remove(this); // what was read goes to whoever is behind
        }
    }

    /** A handshake that fails, or a connection that breaks: nobody's fault that could be mended here. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.close();
    }
}
