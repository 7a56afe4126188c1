using ClickUpMcp.Api;
using ClickUpMcp.Files;
using ClickUpMcp.Outside;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Hosting;

/// <summary>Joins what tools may do with files.</summary>
internal static class FileSourcesFactory
{
    /// <param name="options">What is configured.</param>
    /// <param name="isLocal">Whether who calls sits at this machine.</param>
    /// <param name="sandboxOf">The sandbox, where it is used.</param>
    /// <param name="time">The clock.</param>
    public static FileSources Create(
        ServerOptions options,
        bool isLocal,
        Func<ServerOptions, SandboxServer> sandboxOf,
        TimeProvider time
    )
    {
        FileAccessOptions access = options.Files.For(isLocal);
        return new FileSources(
            isLocal ? new LocalFiles(access) : null,
            new UrlFiles(access, time, static () => PublicHttp.CreateHandler()),
            new UpstreamFiles(
                ToolCatalog.Upstream.FileHosts,
                NearFilesOf(options, sandboxOf),
                time,
                static () => PublicHttp.CreateHandler()
            )
        )
        {
            Downloads = isLocal ? new DownloadFolder(access) : null,
            MaxBytes = access.MaxBytes,
            FetchTime = access.FetchTime,
        };
    }

    /// <summary>Where files are besides, when the API is the sandbox or runs on this machine.</summary>
    private static NearFiles? NearFilesOf(ServerOptions options, Func<ServerOptions, SandboxServer> sandboxOf)
    {
        if (options.Sandbox)
        {
            SandboxServer sandbox = sandboxOf(options);
            return new NearFiles(sandbox.Files.Address, () => new SandboxMessageHandler(sandbox));
        }

        Uri api = ClickUpClientOptions.ParseBaseUrl(options.ApiBaseUrl, options.AllowOtherApiHost);
        return ClickUpClientOptions.IsThisMachine(api)
            ? new NearFiles(api.GetLeftPart(UriPartial.Authority), PublicHttp.CreateLoopbackHandler)
            : null;
    }
}
