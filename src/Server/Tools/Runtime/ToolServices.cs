using ClickUpMcp.Api;
using ClickUpMcp.Files;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What tools of one principal share: the client, its directory and name resolver, the projector, the cursors and the clock.</summary>
internal sealed record ToolServices(
    IClickUpClient Client,
    WorkspaceDirectory Directory,
    INameResolver Names,
    Projector Projector,
    CursorCodec Cursors,
    TimeProvider Time
)
{
    /// <summary>What the principal may call, for tools that find or run others; null outside a dispatched call.</summary>
    public ToolInventory? Inventory { get; init; }

    /// <summary>Where files come from besides arguments; null where there is nothing but arguments.</summary>
    public FileSources? Files { get; init; }

    /// <summary>Gives out tickets for uploads; null where clients and files are on one machine.</summary>
    public IUploadTickets? Uploads { get; init; }

    /// <summary>What the session changed lately; null where that is not noted.</summary>
    public ChangeJournal? Changes { get; init; }

    /// <summary>The call; null outside of one.</summary>
    public IUpstreamCall? Call { get; private init; }

    /// <summary>Whether the call only shows what it would write.</summary>
    public bool IsDryRun => Call?.Rehearsal is not null;

    /// <summary>What the call has to say beside its result.</summary>
    public CallRemarks Remarks { get; private init; } = new();

    /// <summary>What the call has sent.</summary>
    public SentRequests Sent { get; private init; } = new();

    /// <summary>What is done with texts from outside; null where they are shown as they are.</summary>
    public AuthoredTexts? Authored { get; private init; }

    /// <summary>The texts from outside that a tool got to see which writes; null where they are shown as they are.</summary>
    public SeenTexts? Seen { get; private init; }

    /// <summary>What was seen of writes that are alike; null outside of a bulk call.</summary>
    public AlikeWrites? Alike { get; private init; }

    /// <summary>Whether it was said that no time zone is known.</summary>
    public OneTimeNotice ZoneNotice { get; private init; } = new();

    /// <summary>The zones of dates; that none is known is said beside the first result it matters to.</summary>
    public async ValueTask<DateZones> GetZonesAsync(CancellationToken cancellationToken)
    {
        DateZones zones = await Names.GetZonesAsync(cancellationToken);
        if (!zones.IsKnown && ZoneNotice.Take())
        {
            Remarks.Add(
                "The account has no time zone, so dates are read and shown in UTC; "
                    + "the server's setting --time-zone names one."
            );
        }

        return zones;
    }

    /// <summary>The same services for a part of a call that sends by its own way and has its own remarks.</summary>
    /// <param name="client">The way.</param>
    public ToolServices Under(BulkItemClient client)
    {
        WorkspaceDirectory directory = Directory.Over(client);
        CallRemarks remarks = new();
        SentRequests sent = new();
        return this with
        {
            Remarks = remarks,
            Projector = Projector.For(remarks, int.MaxValue),
            Sent = sent,
            Client = new CheckedClient(client, sent),
            Alike = client.Alike,
            Directory = directory,
            Names = Names.Over(directory),
        };
    }

    /// <summary>The same services for one call: what they send keeps its deadline, and it hears of waits.</summary>
    /// <param name="call">The call.</param>
    /// <param name="resultBytes">The longest result for who calls.</param>
    /// <param name="authored">What is done with texts from outside; null for nothing.</param>
    public ToolServices For(IUpstreamCall call, int resultBytes, AuthoredTexts? authored = null)
    {
        WorkspaceDirectory directory = Directory.For(call, authored);
        CallRemarks remarks = new();
        SentRequests sent = new();
        CallClient client = new(Client, call, sent);
        SeenTexts? seen = authored is null ? null : new(authored);
        return this with
        {
            Remarks = remarks,
            Projector = Projector.For(remarks, resultBytes),
            Sent = sent,
            Call = call,
            Authored = authored,
            Seen = seen,
            Client = seen is null ? client : new LockdownClient(client, call, authored!, directory, seen.Add, remarks),
            Directory = directory,
            Names = Names.Over(directory),
        };
    }
}
