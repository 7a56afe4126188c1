using System.Buffers;
using System.Net;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Api;

/// <summary>A request's body that is read while it is sent, so that no more of it than one piece is in memory.</summary>
/// <param name="body">The body; each attempt reads its file from the start.</param>
/// <param name="moved">Called for each piece that the connection has taken.</param>
internal sealed class StreamedContent(StreamedBody body, Action moved) : HttpContent
{
    private const int Piece = 64 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <exception cref="ActionableException">The file cannot be read, or has another length than it said.</exception>
    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        await using Stream file = await body.File.OpenAsync(cancellationToken);
        await stream.WriteAsync(body.Before, cancellationToken);
        byte[] piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            long sent = 0;
            while (await file.ReadAsync(piece.AsMemory(0, Piece), cancellationToken) is var count and > 0)
            {
                sent += count;
                if (sent > body.File.Length)
                {
                    throw Changed();
                }

                await stream.WriteAsync(piece.AsMemory(0, count), cancellationToken);
                moved();
            }

            if (body.File.Length is { } announced && announced != sent)
            {
                throw Changed();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        await stream.WriteAsync(body.After, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length ?? 0;
        return body.Length is not null;
    }

    private static ActionableException Changed() =>
        new(
            "The file changed while it was being sent.",
            "It has more or fewer bytes than it had at the start. ClickUp got no whole file.",
            "Upload it again once nothing writes to it any more."
        );
}
