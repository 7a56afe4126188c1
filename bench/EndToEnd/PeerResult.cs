namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>What starting another program costs: times in ms from just before the spawn, memory in KiB.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Initialize">Until the response to <c>initialize</c>.</param>
/// <param name="List">Until that to <c>tools/list</c>.</param>
/// <param name="Resident">After the list.</param>
/// <param name="Bytes">The size of the files that its command names.</param>
internal sealed record PeerResult(string Name, Sample Initialize, Sample List, Sample Resident, double Bytes)
{
    public static PeerResult Of(Peer peer, IReadOnlyList<PeerStart> starts) =>
        new(
            peer.Name,
            new Sample(starts.Select(static start => start.Initialize)),
            new Sample(starts.Select(static start => start.List)),
            new Sample(starts.Select(static start => start.Resident)),
            peer.Bytes
        );
}
