// A blank app of the same stack: what it costs is the least that ours can cost.
import adapterStatic from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: { adapter: adapterStatic({ fallback: '200.html', pages: process.env.BUILD_FOLDER ?? 'build' }) }
};
