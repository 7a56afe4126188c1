using System.Collections.Concurrent;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Resolution;

/// <summary>Several tokens as one: each request goes out with the token that may see what it addresses.</summary>
/// <remarks>
/// ClickUp's ids are unique among all workspaces, and a token without access is refused before anything is done, so
/// that even a write may be tried with the next one. What was found out is remembered.
/// </remarks>
/// <param name="accounts">One client for each token; the first responses for what belongs to nobody, as the user.</param>
internal sealed class FederatedClient(IReadOnlyList<IClickUpClient> accounts) : IClickUpClient
{
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, int> _owners = new();
    private readonly string _workspaces = ClickUpOperations.GetTeams().Path;

    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        if (request.Method == ClickUpMethod.Get && request.Path == _workspaces)
        {
            return await ListWorkspacesAsync(request, cancellationToken);
        }

        string? thing = ThingOf(request);
        int first = thing is not null && _owners.TryGetValue(thing, out int known) ? known : 0;
        ClickUpApiException? refusal = null;
        foreach (int account in Enumerable.Range(0, accounts.Count).OrderBy(account => account != first))
        {
            try
            {
                ClickUpResponse response = await accounts[account].SendAsync(request, cancellationToken);
                Remember(thing, account);
                Remember(MadeBy(request, response), account);
                return response;
            }
            catch (ClickUpApiException e) when (thing is not null && e.Kind == ApiErrorKind.NotFoundOrNoAccess)
            {
                refusal ??= e;
            }
        }

        throw refusal!;
    }

    private async Task<ClickUpResponse> ListWorkspacesAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        List<ClickUpResponse> responses = [];
        foreach (IClickUpClient account in accounts)
        {
            try
            {
                responses.Add(await account.SendAsync(request, cancellationToken));
            }
            catch (ClickUpApiException e) when (responses.Count > 0)
            {
                throw new ActionableException($"Additional key no. {responses.Count}: {e.What}", e.Why, e.Next);
            }
        }

        return WorkspaceUnion.Of(responses, (workspace, account) => Remember(WorkspaceKey(workspace), account));
    }

    /// <summary>What a request is about: the workspace that its query names, else the first thing in its path; null for neither.</summary>
    private static string? ThingOf(ClickUpRequest request)
    {
        // A custom task id is unique in its workspace only.
        const string Workspace = "team_id=";
        string? named = request
            .Query.Split('&')
            .FirstOrDefault(part => part.StartsWith(Workspace, StringComparison.Ordinal));
        if (named is not null)
        {
            return WorkspaceKey(named[Workspace.Length..]);
        }

        return request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["api", _, "team" or "workspaces", var id, ..] => WorkspaceKey(id),
            ["api", _, var noun, var id, ..] => $"{noun}/{id}",
            _ => null,
        };
    }

    /// <summary>What a request has made, which is in the same account; null for nothing that the response shows.</summary>
    /// <remarks>What hangs on it is then sent with the one token, and not tried with each.</remarks>
    private static string? MadeBy(ClickUpRequest request, ClickUpResponse response)
    {
        if (request.Method != ClickUpMethod.Post || response.IsEmpty)
        {
            return null;
        }

        string noun = request.Path[(request.Path.LastIndexOf('/') + 1)..];
        using JsonDocument document = JsonDocument.Parse(response.Body);
        string? id = document.RootElement.Text("id") ?? document.RootElement.Member(noun).Text("id");
        return id is null ? null
            : noun == "reply" ? $"comment/{id}"
            : $"{noun}/{id}";
    }

    private static string WorkspaceKey(string id) => $"team/{id}";

    private void Remember(string? thing, int account)
    {
        if (thing is null)
        {
            return;
        }

        if (_owners.Count >= MostRemembered)
        {
            _owners.Clear();
        }

        _owners[thing] = account;
    }
}
