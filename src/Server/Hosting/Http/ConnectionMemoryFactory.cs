#if NET10_0_OR_GREATER
using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Gives Kestrel its memory; before .NET 10 it cannot be given any.</summary>
internal sealed class ConnectionMemoryFactory : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new ConnectionMemory();
}
#endif
