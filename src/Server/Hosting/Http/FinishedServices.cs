using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Puts finished objects in the place of what hosting puts together from open generics when it starts.</summary>
/// <remarks>Types that the compiler has not seen closed are built at run time: a quarter of the processor time of a start over HTTP.</remarks>
internal static class FinishedServices
{
    /// <summary>Adds what is the same for every server; the last registration of a service counts.</summary>
    public static IServiceCollection AddFinished(this IServiceCollection services) =>
        services
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton<IHostApplicationLifetime>(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance))
            .AddSingleton<IStartupValidator>(new NothingToValidate())
            .AddFinished(static _ => new HostOptions())
            .AddFinished(static _ => new FormOptions());

    /// <summary>Adds options as they are, without the factories and monitors that could change them.</summary>
    public static IServiceCollection AddFinished<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
    >(this IServiceCollection services, Func<IServiceProvider, TOptions> create)
        where TOptions : class =>
        services.AddSingleton<IOptions<TOptions>>(provider => new OptionsWrapper<TOptions>(create(provider)));

    /// <summary>No options are read from anywhere; what hosting validates is that metrics have no listeners.</summary>
    private sealed class NothingToValidate : IStartupValidator
    {
        public void Validate()
        {
            // Nothing can be wrong.
        }
    }
}
