package org.postern.store.h2;

import org.h2.store.fs.FileBase;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

/** A channel to a file of H2 that hands everything on to another one. */
class PassingChannel extends FileBase {
    private final FileChannel base;

    PassingChannel(FileChannel base) {
        this.base = base;
    }

    @Override
    public int write(ByteBuffer octets) throws IOException {
        return base.write(octets);
    }

    @Override
    public synchronized int write(ByteBuffer octets, long position) throws IOException {
        return base.write(octets, position);
    }

    @Override
    public int read(ByteBuffer octets) throws IOException {
        return base.read(octets);
    }

    @Override
    public synchronized int read(ByteBuffer octets, long position) throws IOException {
        return base.read(octets, position);
    }

    @Override
    public long position() throws IOException {
        return base.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        base.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return base.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        base.truncate(size);
        return this;
    }

    @Override
    public void force(boolean everything) throws IOException {
        base.force(everything);
    }

    @Override
    public synchronized FileLock tryLock(long position, long size, boolean isShared) throws IOException {
        return base.tryLock(position, size, isShared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        base.close();
    }
}
